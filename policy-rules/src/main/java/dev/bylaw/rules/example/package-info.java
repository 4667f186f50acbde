/** Examples of the rules that come with Bylaw, for the pages about them. */
@NullMarked
package dev.bylaw.rules.example;

import org.jspecify.annotations.NullMarked;
