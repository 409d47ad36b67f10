/// The functions of post-conversion, and what stands behind its ports on AWS.
@NullMarked
package io.parler.postconversion.aws;

import org.jspecify.annotations.NullMarked;
