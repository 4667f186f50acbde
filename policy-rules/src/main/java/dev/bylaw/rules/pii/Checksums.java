package dev.bylaw.rules.pii;

import java.math.BigInteger;

/** Check digits of numbers that stand for people, accounts and cards. Texts are without signs. */
final class Checksums {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
  private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] FISCAL_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private Checksums() {}

  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }

  /** ISO/IEC 7812-1, annex B. */
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** ISO 13616; upper case. */
  static boolean iban(String text) {
    String turned = text.substring(4) + text.substring(0, 4);
    StringBuilder number = new StringBuilder();
    turned.chars().forEach(c -> number.append(Character.digit(c, 36)));
    return new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }

  /** Spain's DNI and NIE; upper case, nine signs. */
  static boolean dni(String text) {
    String number =
        switch (text.charAt(0)) {
          case 'X' -> "0" + text.substring(1, 8);
          case 'Y' -> "1" + text.substring(1, 8);
          case 'Z' -> "2" + text.substring(1, 8);
          default -> text.substring(0, 8);
        };
    return DNI.charAt(Integer.parseInt(number) % 23) == text.charAt(8);
  }

  /** Italy's codice fiscale; upper case, sixteen signs. */
  static boolean codiceFiscale(String text) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = text.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? FISCAL_ODD[value] : value;
    }
    return text.charAt(15) == 'A' + sum % 26;
  }

  /** France's NIR with its key, fifteen digits. */
  static boolean nir(String digits) {
    long number = Long.parseLong(digits.substring(0, 13));
    return 97 - number % 97 == Integer.parseInt(digits.substring(13));
  }

  /** Germany's tax id, eleven digits: ISO/IEC 7064, MOD 11,10. */
  static boolean steuerId(String digits) {
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return digits.charAt(0) != '0' && (11 - product) % 10 == digit(digits, 10);
  }

  /** The Dutch citizen service number, nine digits. */
  static boolean bsn(String digits) {
    int sum = -digit(digits, 8);
    for (int i = 0; i < 8; i++) {
      sum += digit(digits, i) * (9 - i);
    }
    return sum % 11 == 0 && Integer.parseInt(digits) > 0;
  }

  /** Poland's PESEL, eleven digits. */
  static boolean pesel(String digits) {
    int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      sum += digit(digits, i) * weights[i];
    }
    int month = Integer.parseInt(digits.substring(2, 4)) % 20;
    return sum % 10 == 0 && month >= 1 && month <= 12;
  }

  /** Brazil's CPF, eleven digits. */
  static boolean cpf(String digits) {
    boolean same = digits.chars().allMatch(c -> c == digits.charAt(0));
    return !same && cpfDigit(digits, 9) && cpfDigit(digits, 10);
  }

  private static boolean cpfDigit(String digits, int at) {
    int sum = 0;
    for (int i = 0; i < at; i++) {
      sum += digit(digits, i) * (at + 1 - i);
    }
    return sum * 10 % 11 % 10 == digit(digits, at);
  }
}
