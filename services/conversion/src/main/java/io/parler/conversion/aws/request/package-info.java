/// Request bodies, and problems as responses.
@NullMarked
package io.parler.conversion.aws.request;

import org.jspecify.annotations.NullMarked;
