package dev.bylaw.rules.pii;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a value itself says of whose it is. */
final class Values {
  /** A value of this form. */
  private record Form(String category, double confidence, Pattern whole, Predicate<String> check) {
    static Form of(String category, double confidence, String regex, Predicate<String> check) {
      return new Form(category, confidence, Pattern.compile(regex), check);
    }
  }

  private static final int LONGEST = 200;
  private static final Pattern SIGNS = Pattern.compile("[\\s./-]");

  private static final List<Form> WRITTEN =
      List.of(
          Form.of("email", 0.95, "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}", v -> true),
          Form.of("phone", 0.7, "\\+[0-9][0-9 ()/.-]{7,20}", v -> true),
          Form.of("network", 0.6, "([0-9]{1,3}\\.){3}[0-9]{1,3}", Values::isAddress),
          Form.of("national id", 0.85, "[0-9]{3}-[0-9]{2}-[0-9]{4}", v -> !v.startsWith("000")),
          Form.of(
              "national id",
              0.95,
              "[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}",
              v -> Checksums.cpf(plain(v))));

  private static final List<Form> PLAIN =
      List.of(
          Form.of("bank", 0.95, "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", Checksums::iban),
          Form.of("card", 0.9, "(4|5[1-5]|2[2-7]|3[47]|6)[0-9]{11,18}", Values::isCard),
          Form.of("national id", 0.9, "[0-9XYZ][0-9]{7}[A-Z]", Checksums::dni),
          Form.of(
              "national id",
              0.95,
              "[A-Z]{6}[0-9]{2}[A-EHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]",
              Checksums::codiceFiscale),
          Form.of("national id", 0.85, "[12][0-9]{14}", Checksums::nir),
          Form.of("national id", 0.5, "[0-9]{11}", Checksums::pesel),
          Form.of("tax id", 0.4, "[1-9][0-9]{10}", Checksums::steuerId),
          Form.of("national id", 0.4, "[0-9]{11}", Checksums::cpf),
          Form.of("national id", 0.3, "[0-9]{9}", Checksums::bsn));

  /** Numbers that are published as examples, and so belong to nobody. */
  private static final Set<String> NOBODYS =
      Set.of(
          "4111111111111111",
          "4242424242424242",
          "4012888888881881",
          "5555555555554444",
          "5105105105105100",
          "378282246310005",
          "371449635398431",
          "6011111111111117",
          "DE89370400440532013000",
          "GB82WEST12345698765432",
          "GB29NWBK60161331926819",
          "FR1420041010050500013M02606",
          "NL91ABNA0417164300",
          "ES9121000418450200051332",
          "12345678Z");

  private static final Pattern EXAMPLE_DOMAIN =
      Pattern.compile(
          "(?i).*[@.](example|test|invalid|localhost|(example|test|acme|company|domain|mail|email)\\.(com|org|net|edu))");

  private Values() {}

  /** The likeliest category of a value, and how sure it is. */
  static Optional<Evidence> of(String value) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    String trimmed = value.strip();
    return first(WRITTEN, trimmed).or(() -> first(PLAIN, plain(trimmed)));
  }

  private static Optional<Evidence> first(List<Form> forms, String value) {
    return forms.stream()
        .filter(form -> form.whole.matches(value) && form.check.test(value))
        .map(form -> new Evidence(form.category, form.confidence))
        .findFirst();
  }

  /** Whether a value is one that is published as an example. */
  static boolean isNobodys(String value) {
    return NOBODYS.contains(plain(value)) || EXAMPLE_DOMAIN.matches(value.strip());
  }

  private static String plain(String value) {
    return SIGNS.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static boolean isCard(String digits) {
    return digits.length() >= 13 && Checksums.luhn(digits);
  }

  private static boolean isAddress(String value) {
    for (String part : value.split("\\.", -1)) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }
}
