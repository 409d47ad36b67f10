/// AWS's list prices.
@NullMarked
package io.parler.deploy.price;

import org.jspecify.annotations.NullMarked;
