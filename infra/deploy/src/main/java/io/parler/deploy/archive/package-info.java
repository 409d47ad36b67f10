/// The functions' archives, and the templates that name them.
@NullMarked
package io.parler.deploy.archive;

import org.jspecify.annotations.NullMarked;
