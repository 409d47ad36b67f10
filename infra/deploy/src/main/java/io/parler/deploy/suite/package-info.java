/// What is deployed: the suite file, its templates and the stage.
@NullMarked
package io.parler.deploy.suite;

import org.jspecify.annotations.NullMarked;
