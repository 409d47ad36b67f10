/// Polly's HTTP protocol, with its limits, error responses and injected faults.
@NullMarked
package io.parler.polly.http;

import org.jspecify.annotations.NullMarked;
