/// Rules for the SAM templates.
@NullMarked
package io.parler.e2e.template;

import org.jspecify.annotations.NullMarked;
