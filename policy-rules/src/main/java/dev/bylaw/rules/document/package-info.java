/**
 * How a document that was recognised becomes a subject: which fields are kept, under which names,
 * and what happens to a value that is not as expected. Shared by the readers of this library.
 */
@NullMarked
package dev.bylaw.rules.document;

import org.jspecify.annotations.NullMarked;
