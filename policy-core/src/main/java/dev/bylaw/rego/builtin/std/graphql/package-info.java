/**
 * GraphQL documents: read into the trees that OPA gives for them, and checked against a schema.
 *
 * @see <a href="https://spec.graphql.org/October2021/">GraphQL, October 2021</a>
 */
@NullMarked
package dev.bylaw.rego.builtin.std.graphql;

import org.jspecify.annotations.NullMarked;
