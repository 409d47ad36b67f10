/// The function, its settings and the JSON it answers.
@NullMarked
package io.parler.loadpost.aws;

import org.jspecify.annotations.NullMarked;
