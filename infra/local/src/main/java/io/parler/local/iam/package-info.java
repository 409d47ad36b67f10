/// Access control: checks the calls of functions against the policies of their templates.
@NullMarked
package io.parler.local.iam;

import org.jspecify.annotations.NullMarked;
