/// Reading dates as feeds and pages write them.
@NullMarked
package io.parler.loadpost.date;

import org.jspecify.annotations.NullMarked;
