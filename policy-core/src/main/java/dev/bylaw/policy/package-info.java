/** Policies, policy sets, scopes and parameters: what is demanded of subjects. */
@NullMarked
package dev.bylaw.policy;

import org.jspecify.annotations.NullMarked;
