/** A policy set meets a subject: findings and the decision. */
@NullMarked
package dev.bylaw.decision;

import org.jspecify.annotations.NullMarked;
