/// The SSM parameter store, in memory.
@NullMarked
package io.parler.local.ssm;

import org.jspecify.annotations.NullMarked;
