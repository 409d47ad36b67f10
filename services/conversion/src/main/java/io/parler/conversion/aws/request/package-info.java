/// Parses request bodies and maps them to the domain.
@NullMarked
package io.parler.conversion.aws.request;

import org.jspecify.annotations.NullMarked;
