/// Tests of the web site, in a browser.
@NullMarked
package io.parler.e2e.browser;

import org.jspecify.annotations.NullMarked;
