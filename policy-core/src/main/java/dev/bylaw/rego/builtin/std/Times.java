package dev.bylaw.rego.builtin.std;

import dev.bylaw.rego.builtin.Builtin;
import dev.bylaw.rego.builtin.BuiltinException;
import dev.bylaw.rego.builtin.CallContext;
import dev.bylaw.rego.value.RegoArray;
import dev.bylaw.rego.value.RegoNumber;
import dev.bylaw.rego.value.RegoString;
import dev.bylaw.rego.value.RegoValue;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;

/** Times as nanoseconds since 1970, in UTC unless a time zone is given. */
final class Times {
  private static final String EXPECTED = "either number (ns) or [number (ns), string (tz)]";
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

  private Times() {}

  static List<Builtin> all() {
    return List.of(
        Builtin.of(
                "time.now_ns",
                "() => (result: number)",
                "Gives the time, one for a query.",
                (c, args) -> now(c))
            .with(Builtin.Trait.NONDETERMINISTIC),
        Builtin.of(
            "time.parse_rfc3339_ns",
            "(value: string) => (ns: number)",
            "Reads a time as RFC 3339 writes it.",
            (c, args) -> nanos(GoLayout.parse(GoLayout.RFC3339, Args.string(args, 0)))),
        Builtin.of(
            "time.parse_ns",
            "(layout: string, value: string) => (ns: number)",
            "Reads a time in a layout of Go.",
            (c, args) ->
                nanos(GoLayout.parse(GoLayout.named(Args.string(args, 0)), Args.string(args, 1)))),
        Builtin.of(
            "time.parse_duration_ns",
            "(duration: string) => (ns: number)",
            "Reads a duration such as 1h30m.",
            (c, args) -> RegoNumber.of(Durations.parse(Args.string(args, 0)))),
        Builtin.of(
            "time.format",
            "(x: any<number, array<number, string>, array<number, string, string>>) => (result: string)",
            "Writes a time, in a layout of Go if one is given.",
            (c, args) -> RegoString.of(GoLayout.format(layout(args[0]), time(args[0])))),
        Builtin.of(
            "time.date",
            "(x: any<number, array<number, string>>) => (date: array<number, number, number>)",
            "Gives year, month and day.",
            (c, args) -> date(args[0])),
        Builtin.of(
            "time.clock",
            "(x: any<number, array<number, string>>) => (output: array<number, number, number>)",
            "Gives hour, minute and second.",
            (c, args) -> clock(args[0])),
        Builtin.of(
            "time.weekday",
            "(x: any<number, array<number, string>>) => (day: string)",
            "Gives the day of the week.",
            (c, args) ->
                RegoString.of(
                    time(args[0]).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
        Builtin.of(
            "time.add_date",
            "(ns: number, years: number, months: number, days: number) => (output: number)",
            "Adds years, months and days.",
            (c, args) -> addDate(args)),
        Builtin.of(
            "time.diff",
            "(ns1: any<number, array<number, string>>, ns2: any<number, array<number, string>>) => (output: array<number, number, number, number, number, number>)",
            "Gives the difference in years, months, days, hours, minutes and seconds.",
            (c, args) -> diff(time(args[0]), time(args[1]))));
  }

  /** In nanoseconds since 1970; the same during one query. */
  static RegoNumber now(CallContext context) throws BuiltinException {
    Clock clock = context.host().requireClock();
    return context.once("time.now_ns", () -> RegoNumber.of(nanosOf(clock.instant())));
  }

  private static BigInteger nanosOf(Instant instant) {
    return BigInteger.valueOf(instant.getEpochSecond())
        .multiply(SECOND)
        .add(BigInteger.valueOf(instant.getNano()));
  }

  private static RegoValue nanos(ZonedDateTime time) throws BuiltinException {
    BigInteger nanos = nanosOf(time.toInstant());
    if (nanos.bitLength() >= Long.SIZE) {
      throw BuiltinException.of("time outside of valid range");
    }
    return RegoNumber.of(nanos);
  }

  private static ZonedDateTime time(RegoValue value) throws BuiltinException {
    RegoValue[] parts = parts(value);
    ZoneId zone = parts.length > 1 ? zone(text(parts[1])) : ZoneOffset.UTC;
    if (!(parts[0] instanceof RegoNumber number)) {
      throw BuiltinException.operand(1, parts[0], "number");
    }
    if (!number.isLong()) {
      throw BuiltinException.of("timestamp too big");
    }
    long nanos = number.longValue();
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, SECOND.longValue()), Math.floorMod(nanos, SECOND.longValue()))
        .atZone(zone);
  }

  private static RegoValue[] parts(RegoValue value) throws BuiltinException {
    if (value instanceof RegoArray array && array.size() > 0) {
      return array.toList().toArray(RegoValue[]::new);
    } else if (value instanceof RegoNumber) {
      return new RegoValue[] {value};
    }
    throw BuiltinException.operand(1, value, EXPECTED);
  }

  private static String text(RegoValue value) throws BuiltinException {
    if (value instanceof RegoString s) {
      return s.value();
    }
    throw BuiltinException.operand(1, value, "string");
  }

  private static String layout(RegoValue value) throws BuiltinException {
    RegoValue[] parts = parts(value);
    String layout = parts.length > 2 ? text(parts[2]) : "";
    return layout.isEmpty() ? GoLayout.RFC3339_NANO : GoLayout.named(layout);
  }

  private static ZoneId zone(String name) throws BuiltinException {
    if (name.isEmpty() || name.equals("UTC") || name.equals("Local")) {
      return ZoneOffset.UTC; // the place of the machine is no input of a rule
    }
    if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
      throw BuiltinException.of("unknown time zone " + name);
    }
    return ZoneId.of(name);
  }

  private static RegoArray numbers(long... numbers) {
    RegoValue[] values = new RegoValue[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      values[i] = RegoNumber.of(numbers[i]);
    }
    return RegoArray.adopt(values);
  }

  private static RegoValue date(RegoValue value) throws BuiltinException {
    ZonedDateTime time = time(value);
    return numbers(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
  }

  private static RegoValue clock(RegoValue value) throws BuiltinException {
    ZonedDateTime time = time(value);
    return numbers(time.getHour(), time.getMinute(), time.getSecond());
  }

  /** A day that the month does not have runs over into the next one. */
  private static RegoValue addDate(RegoValue[] args) throws BuiltinException {
    ZonedDateTime time = time(args[0]);
    long years = Args.integer(args, 1);
    long months = Args.integer(args, 2);
    long days = Args.integer(args, 3);
    if (Math.max(Math.abs(years), Math.max(Math.abs(months), Math.abs(days))) > 1_000_000) {
      throw BuiltinException.of("time outside of valid range");
    }
    LocalDate date =
        time.toLocalDate()
            .withDayOfMonth(1)
            .plusYears(years)
            .plusMonths(months)
            .plusDays(time.getDayOfMonth() - 1L + days);
    return nanos(ZonedDateTime.of(date, time.toLocalTime(), time.getZone()));
  }

  /**
   * The difference of two calendar readings in the zone of the first argument, whichever is
   * earlier. Both are split into a month and the time since that month began. Where the later one
   * is not as far into its month, one of the months between is counted as days, with the length of
   * the earlier one's month. Parts of a second do not count.
   */
  private static RegoValue diff(ZonedDateTime first, ZonedDateTime second) {
    LocalDateTime one = first.toLocalDateTime();
    LocalDateTime other = second.withZoneSameInstant(first.getZone()).toLocalDateTime();
    boolean inOrder = !first.isAfter(second);
    LocalDateTime from = (inOrder ? one : other).truncatedTo(ChronoUnit.SECONDS);
    LocalDateTime to = (inOrder ? other : one).truncatedTo(ChronoUnit.SECONDS);
    YearMonth start = YearMonth.from(from);
    long months = start.until(YearMonth.from(to), ChronoUnit.MONTHS);
    Duration rest = sinceMonthBegan(to).minus(sinceMonthBegan(from));
    if (rest.isNegative()) {
      months--;
      rest = rest.plusDays(start.lengthOfMonth());
    }
    return numbers(
        Math.floorDiv(months, 12L),
        Math.floorMod(months, 12L),
        rest.toDays(),
        rest.toHoursPart(),
        rest.toMinutesPart(),
        rest.toSecondsPart());
  }

  private static Duration sinceMonthBegan(LocalDateTime time) {
    return Duration.between(YearMonth.from(time).atDay(1).atStartOfDay(), time);
  }
}
