/// The functions of status, and what stands behind its ports on AWS.
@NullMarked
package io.parler.status.aws;

import org.jspecify.annotations.NullMarked;
