/** What is governed: documents in which every value knows its place. */
@NullMarked
package dev.bylaw.subject;

import org.jspecify.annotations.NullMarked;
