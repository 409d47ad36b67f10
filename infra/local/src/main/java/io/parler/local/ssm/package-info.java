/// The parameter store on one machine.
@NullMarked
package io.parler.local.ssm;

import org.jspecify.annotations.NullMarked;
