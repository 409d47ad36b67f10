/// The Lambda function that deletes conversions and accounts.
@NullMarked
package io.parler.conversion.aws.deletion;

import org.jspecify.annotations.NullMarked;
