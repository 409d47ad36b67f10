/// The quota of accounts, from the service post-conversion.
@NullMarked
package io.parler.conversion.aws.quota;

import org.jspecify.annotations.NullMarked;
