package dev.bylaw.report;

import dev.bylaw.decision.Impact;
import java.io.IOException;
import java.io.Writer;

/** The formats in which an impact analysis can be written. Secrets are masked in all of them. */
public enum ImpactFormat {
  /** For a terminal. */
  TEXT {
    @Override
    public void write(Impact impact, Masking masking, Writer out) throws IOException {
      out.write(new ImpactText(masking).plain(impact));
    }
  },
  /** For a pull request. */
  MARKDOWN {
    @Override
    public void write(Impact impact, Masking masking, Writer out) throws IOException {
      out.write(new ImpactText(masking).markdown(impact));
    }
  },
  /** For machines: one JSON object. */
  JSON {
    @Override
    public void write(Impact impact, Masking masking, Writer out) throws IOException {
      new ImpactJson(masking).write(impact, out);
    }
  };

  /** Writes and leaves the writer open. Lines end with {@code \n}. */
  public abstract void write(Impact impact, Masking masking, Writer out) throws IOException;
}
