/// The suite's HTTP port: a distribution's paths, HTTP APIs and buckets.
@NullMarked
package io.parler.local.edge;

import org.jspecify.annotations.NullMarked;
