/// The functions of frontend-api, their settings, what they read and write, and the table behind.
@NullMarked
package io.parler.frontend.aws;

import org.jspecify.annotations.NullMarked;
