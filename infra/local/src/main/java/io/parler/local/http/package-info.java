/// A small HTTP server for the AWS APIs that have no engine of their own.
@NullMarked
package io.parler.local.http;

import org.jspecify.annotations.NullMarked;
