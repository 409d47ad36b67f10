/// What each service's HTTP API is made of: routes by API Gateway's route key, JSON, and problems
/// (RFC 9457). No domain.
@NullMarked
package io.parler.http;

import org.jspecify.annotations.NullMarked;
