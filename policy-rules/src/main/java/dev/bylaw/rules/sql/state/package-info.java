/** The tables that statements leave behind when they run one after another. */
@NullMarked
package dev.bylaw.rules.sql.state;

import org.jspecify.annotations.NullMarked;
