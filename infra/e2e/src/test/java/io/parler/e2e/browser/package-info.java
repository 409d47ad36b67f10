/// What users do with a running suite, in a browser.
@NullMarked
package io.parler.e2e.browser;

import org.jspecify.annotations.NullMarked;
