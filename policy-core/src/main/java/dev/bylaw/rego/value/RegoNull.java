package dev.bylaw.rego.value;

/** {@code null}, which is a value like any other and truthy. */
public final class RegoNull implements RegoValue {
  public static final RegoNull NULL = new RegoNull();

  private RegoNull() {}

  @Override
  public String typeName() {
    return "null";
  }

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public String toString() {
    return "null";
  }
}
