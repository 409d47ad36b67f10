/// A service's HTTP API behind API Gateway: routes, requests, responses, JSON.
@NullMarked
package io.parler.http;

import org.jspecify.annotations.NullMarked;
