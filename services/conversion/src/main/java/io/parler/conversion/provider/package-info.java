/// What all HTTP voice providers have in common: the client, its responses and their errors.
@NullMarked
package io.parler.conversion.provider;

import org.jspecify.annotations.NullMarked;
