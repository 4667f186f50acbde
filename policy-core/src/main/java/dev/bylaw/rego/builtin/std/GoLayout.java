package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.BuiltinException;
import java.time.DateTimeException;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in a layout of Go, which shows how 2 January 2006, 15:04:05 would be written.
 *
 * @see <a href="https://pkg.go.dev/time#pkg-constants">package time</a>
 */
final class GoLayout {
  static final String RFC3339 = "2006-01-02T15:04:05Z07:00";
  static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

  private static final Map<String, String> NAMED =
      Map.of(
          "ANSIC", "Mon Jan _2 15:04:05 2006",
          "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
          "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
          "RFC822", "02 Jan 06 15:04 MST",
          "RFC822Z", "02 Jan 06 15:04 -0700",
          "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
          "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
          "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
          "RFC3339", RFC3339,
          "RFC3339Nano", RFC3339_NANO);

  private static final Pattern TOKEN =
      Pattern.compile(
          "January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|_2006|__2|_2|002|01|02|03|04|05|06"
              + "|15|PM|pm|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07"
              + "|[.,]0+(?![0-9])|[.,]9+(?![0-9])|1|2|3|4|5");

  private GoLayout() {}

  static String named(String layout) {
    return NAMED.getOrDefault(layout, layout);
  }

  private record Token(String text, boolean literal) {}

  private static List<Token> tokens(String layout) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(layout);
    int last = 0;
    while (matcher.find()) {
      if (matcher.start() > last) {
        tokens.add(new Token(layout.substring(last, matcher.start()), true));
      }
      String text = String.valueOf(matcher.group());
      if (text.equals("_2006")) {
        tokens.add(new Token("_", true));
        text = "2006";
      }
      tokens.add(new Token(text, false));
      last = matcher.end();
    }
    if (last < layout.length()) {
      tokens.add(new Token(layout.substring(last), true));
    }
    return tokens;
  }

  static String format(String layout, ZonedDateTime time) {
    StringBuilder out = new StringBuilder();
    for (Token token : tokens(layout)) {
      out.append(token.literal ? token.text : format(token, time));
    }
    return out.toString();
  }

  private static String format(Token token, ZonedDateTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (token.text) {
      case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Jan" -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Mon" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case "MST" -> zoneName(time);
      case "2006" -> "%04d".formatted(time.getYear());
      case "06" -> "%02d".formatted(Math.floorMod(time.getYear(), 100));
      case "01" -> "%02d".formatted(time.getMonthValue());
      case "1" -> Integer.toString(time.getMonthValue());
      case "02" -> "%02d".formatted(time.getDayOfMonth());
      case "_2" -> "%2d".formatted(time.getDayOfMonth());
      case "2" -> Integer.toString(time.getDayOfMonth());
      case "002" -> "%03d".formatted(time.getDayOfYear());
      case "__2" -> "%3d".formatted(time.getDayOfYear());
      case "15" -> "%02d".formatted(time.getHour());
      case "03" -> "%02d".formatted(hour);
      case "3" -> Integer.toString(hour);
      case "04" -> "%02d".formatted(time.getMinute());
      case "4" -> Integer.toString(time.getMinute());
      case "05" -> "%02d".formatted(time.getSecond());
      case "5" -> Integer.toString(time.getSecond());
      case "PM" -> time.getHour() < 12 ? "AM" : "PM";
      case "pm" -> time.getHour() < 12 ? "am" : "pm";
      default ->
          token.text.charAt(0) == 'Z' || token.text.charAt(0) == '-'
              ? offset(token.text, time)
              : fraction(token.text, time.getNano());
    };
  }

  private static String zoneName(ZonedDateTime time) {
    return time.getZone().equals(ZoneOffset.UTC)
        ? "UTC"
        : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
  }

  private static String offset(String token, ZonedDateTime time) {
    int seconds = time.getOffset().getTotalSeconds();
    if (token.charAt(0) == 'Z' && seconds == 0) {
      return "Z";
    }
    int size = Math.abs(seconds);
    String colon = token.contains(":") ? ":" : "";
    String hours = (seconds < 0 ? "-" : "+") + "%02d".formatted(size / 3600);
    int digits = token.replace(":", "").length() - 1;
    return hours
        + (digits > 2 ? colon + "%02d".formatted(size / 60 % 60) : "")
        + (digits > 4 ? colon + "%02d".formatted(size % 60) : "");
  }

  private static String fraction(String token, int nano) {
    String digits = "%09d".formatted(nano).substring(0, Math.min(9, token.length() - 1));
    if (token.charAt(1) == '0') {
      return token.charAt(0) + digits;
    }
    String trimmed = digits.replaceAll("0+$", "");
    return trimmed.isEmpty() ? "" : token.charAt(0) + trimmed;
  }

  static ZonedDateTime parse(String layout, String value) throws BuiltinException {
    return new Reader(layout, value).read();
  }

  /** Reads one time. */
  private static final class Reader {
    private final String layout;
    private final String value;
    private String rest;
    private int year;
    private int month = 1;
    private int day = 1;
    private int dayOfYear;
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private boolean afternoon;
    private boolean halfDays;
    private ZoneId zone = ZoneOffset.UTC;

    Reader(String layout, String value) {
      this.layout = layout;
      this.value = value;
      this.rest = value;
    }

    ZonedDateTime read() throws BuiltinException {
      for (Token token : tokens(layout)) {
        if (token.literal) {
          if (!rest.startsWith(token.text)) {
            throw cannot(token.text);
          }
          rest = rest.substring(token.text.length());
        } else {
          read(token.text);
        }
      }
      if (!rest.isEmpty()) {
        throw problem(": extra text: " + GoQuote.string(rest));
      }
      int hours = halfDays ? hour % 12 + (afternoon ? 12 : 0) : hour;
      try {
        ZonedDateTime time = ZonedDateTime.of(year, month, day, hours, minute, second, nano, zone);
        return dayOfYear > 0 ? time.withDayOfYear(dayOfYear) : time;
      } catch (DateTimeException e) {
        throw problem(": " + outOfRange() + " out of range");
      }
    }

    private String outOfRange() {
      if (month < 1 || month > 12) {
        return "month";
      } else if (hour > 23) {
        return "hour";
      } else if (minute > 59) {
        return "minute";
      }
      return second > 59 ? "second" : "day";
    }

    private BuiltinException problem(String text) {
      return BuiltinException.of("parsing time " + GoQuote.string(value) + text);
    }

    private BuiltinException cannot(String token) {
      return BuiltinException.of(
          "parsing time %s as %s: cannot parse %s as %s"
              .formatted(
                  GoQuote.string(value),
                  GoQuote.string(layout),
                  GoQuote.string(rest),
                  GoQuote.string(token)));
    }

    private String take(String token, String pattern) throws BuiltinException {
      Matcher matcher = Pattern.compile(pattern).matcher(rest);
      if (!matcher.lookingAt()) {
        throw cannot(token);
      }
      String taken = String.valueOf(matcher.group());
      rest = rest.substring(taken.length());
      return taken;
    }

    private int number(String token, String pattern) throws BuiltinException {
      return Integer.parseInt(take(token, pattern).trim());
    }

    private void read(String token) throws BuiltinException {
      switch (token) {
        case "2006" -> year = number(token, "[0-9]{4}");
        case "06" -> {
          year = number(token, "[0-9]{2}");
          year += year >= 69 ? 1900 : 2000;
        }
        case "January" -> month = monthNamed(token, TextStyle.FULL);
        case "Jan" -> month = monthNamed(token, TextStyle.SHORT);
        case "Monday" -> take(token, "(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day");
        case "Mon" -> take(token, "(?i)(?:mon|tue|wed|thu|fri|sat|sun)");
        case "01" -> month = number(token, "[0-9]{2}");
        case "1" -> month = number(token, "[0-9]{1,2}");
        case "02" -> day = number(token, "[0-9]{2}");
        case "_2", "2" -> day = number(token, " ?[0-9]{1,2}");
        case "002", "__2" -> dayOfYear = number(token, " {0,2}[0-9]{1,3}");
        case "15" -> hour = number(token, "[0-9]{1,2}");
        case "03" -> hour = number(token, "[0-9]{2}");
        case "3" -> hour = number(token, "[0-9]{1,2}");
        case "04" -> minute = number(token, "[0-9]{2}");
        case "4" -> minute = number(token, "[0-9]{1,2}");
        case "05" -> seconds(token, "[0-9]{2}");
        case "5" -> seconds(token, "[0-9]{1,2}");
        case "PM", "pm" -> {
          halfDays = true;
          afternoon = take(token, "AM|PM|am|pm").equalsIgnoreCase("pm");
        }
        case "MST" -> take(token, "[A-Z]{3,5}|[+-][0-9]{2}");
        default -> {
          if (token.charAt(0) == 'Z' || token.charAt(0) == '-') {
            zone(token);
          } else if (token.charAt(1) == '0') {
            nanos(take(token, "[.,][0-9]{" + (token.length() - 1) + "}"));
          } else if (rest.matches("(?s)[.,][0-9].*")) {
            nanos(take(token, "[.,][0-9]+"));
          }
        }
      }
    }

    /** A fraction may follow even where the layout has none. */
    private void seconds(String token, String pattern) throws BuiltinException {
      second = number(token, pattern);
      if (rest.matches("(?s)[.,][0-9].*")
          && !layout.contains(token + ".")
          && !layout.contains(token + ",")) {
        nanos(take(token, "[.,][0-9]+"));
      }
    }

    private void nanos(String fraction) {
      nano = Integer.parseInt((fraction.substring(1) + "000000000").substring(0, 9));
    }

    private int monthNamed(String token, TextStyle style) throws BuiltinException {
      for (Month candidate : Month.values()) {
        String name = candidate.getDisplayName(style, Locale.ENGLISH);
        if (rest.regionMatches(true, 0, name, 0, name.length())) {
          rest = rest.substring(name.length());
          return candidate.getValue();
        }
      }
      throw cannot(token);
    }

    private void zone(String token) throws BuiltinException {
      if (token.charAt(0) == 'Z' && rest.startsWith("Z")) {
        rest = rest.substring(1);
        return;
      }
      String colon = token.contains(":") ? ":" : "";
      int pairs = (token.replace(":", "").length() - 1) / 2;
      String text = take(token, "[+-][0-9]{2}" + (colon + "[0-9]{2}").repeat(pairs - 1));
      try {
        zone = ZoneOffset.of(text);
      } catch (DateTimeException e) {
        throw problem(": time zone offset hour out of range");
      }
    }
  }
}
