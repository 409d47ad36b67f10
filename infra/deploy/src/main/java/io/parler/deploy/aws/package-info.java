/// The ports on the AWS SDK.
@NullMarked
package io.parler.deploy.aws;

import org.jspecify.annotations.NullMarked;
