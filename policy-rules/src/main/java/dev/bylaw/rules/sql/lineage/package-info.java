/** Which columns the columns of a query are made of. */
@NullMarked
package dev.bylaw.rules.sql.lineage;

import org.jspecify.annotations.NullMarked;
