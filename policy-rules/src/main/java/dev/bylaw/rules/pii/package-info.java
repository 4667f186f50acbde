/** Finds personal data by names, types, formats, values and neighbours, without showing a value. */
@NullMarked
package dev.bylaw.rules.pii;

import org.jspecify.annotations.NullMarked;
