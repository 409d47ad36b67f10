/// The Lambda functions of post-conversion, and its stores and publisher on AWS.
@NullMarked
package io.parler.postconversion.aws;

import org.jspecify.annotations.NullMarked;
