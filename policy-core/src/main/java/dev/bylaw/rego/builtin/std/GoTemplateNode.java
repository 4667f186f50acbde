package dev.bylaw.rego.builtin.std;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What templates are made of. Nodes show themselves as errors name them. */
sealed interface GoTemplateNode {
  /** Index of the place that errors name. */
  int at();

  String shown();

  /** Text outside of actions. */
  record Text(int at, String text) implements GoTemplateNode {
    @Override
    public String shown() {
      return text;
    }
  }

  /** Prints a value, unless it declares or assigns a variable. */
  record Print(int at, Pipe pipe) implements GoTemplateNode {
    @Override
    public String shown() {
      return "{{" + pipe.shown() + "}}";
    }
  }

  /** One of if, with and range. */
  record Branch(
      int at, String keyword, Pipe pipe, List<GoTemplateNode> body, List<GoTemplateNode> otherwise)
      implements GoTemplateNode {
    @Override
    public String shown() {
      return "{{" + keyword + " " + pipe.shown() + "}}";
    }
  }

  /** Calls another template. */
  record Call(int at, String name, Optional<Pipe> pipe) implements GoTemplateNode {
    @Override
    public String shown() {
      String value = pipe.map(p -> " " + p.shown()).orElse("");
      return "{{template " + GoQuote.string(name) + value + "}}";
    }
  }

  /** One of break and continue. */
  record Jump(int at, String keyword) implements GoTemplateNode {
    @Override
    public String shown() {
      return "{{" + keyword + "}}";
    }
  }

  /**
   * Commands whose values each become the last argument of the next.
   *
   * @param variables to set, with their dollars
   * @param declares whether the variables are new
   */
  record Pipe(int at, List<String> variables, boolean declares, List<Command> commands)
      implements GoTemplateNode {
    @Override
    public String shown() {
      String value = commands.stream().map(Command::shown).collect(Collectors.joining(" | "));
      return variables.isEmpty()
          ? value
          : String.join(", ", variables) + (declares ? " := " : " = ") + value;
    }
  }

  /** A value, or a function with its arguments. */
  record Command(int at, List<GoTemplateNode> words) implements GoTemplateNode {
    @Override
    public String shown() {
      return words.stream()
          .map(w -> w instanceof Pipe ? "(" + w.shown() + ")" : w.shown())
          .collect(Collectors.joining(" "));
    }
  }

  /** The value that the template is about at a place. */
  record Dot(int at) implements GoTemplateNode {
    @Override
    public String shown() {
      return ".";
    }
  }

  record Nil(int at) implements GoTemplateNode {
    @Override
    public String shown() {
      return "nil";
    }
  }

  /**
   * @param shown as it is written
   */
  record Literal(int at, Object value, String shown) implements GoTemplateNode {}

  record Function(int at, String name) implements GoTemplateNode {
    @Override
    public String shown() {
      return name;
    }
  }

  record Variable(int at, String name) implements GoTemplateNode {
    @Override
    public String shown() {
      return name;
    }
  }

  /** Fields of fields of a value. */
  record Fields(int at, GoTemplateNode of, List<String> names) implements GoTemplateNode {
    @Override
    public String shown() {
      String value = of instanceof Pipe ? "(" + of.shown() + ")" : of.shown();
      return (of instanceof Dot ? "" : value)
          + names.stream().map(n -> "." + n).collect(Collectors.joining());
    }
  }
}
