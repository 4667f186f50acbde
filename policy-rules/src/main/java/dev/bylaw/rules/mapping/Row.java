package dev.bylaw.rules.mapping;

/**
 * A line of a mapping's table.
 *
 * @param target the new field, with {@code []} behind a list
 * @param source the paths it comes from; within an object or a list they start at what that comes
 *     from
 * @param remark what else there is to know; may be empty
 * @param verbatim whether the new value is the text of the old one
 */
public record Row(String target, String source, String remark, boolean verbatim) {
  Row below(String parent) {
    return new Row(parent + "." + target, source, remark, verbatim);
  }
}
