/// The Lambda function, its settings, its JSON responses and its table.
@NullMarked
package io.parler.loadpost.aws;

import org.jspecify.annotations.NullMarked;
