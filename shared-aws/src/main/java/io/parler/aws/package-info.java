/// What every service needs on AWS: its settings, and clients that end in time.
@NullMarked
package io.parler.aws;

import org.jspecify.annotations.NullMarked;
