/// SAM templates, read as CloudFormation reads them, and refused by name where one machine can't
/// do what they say.
@NullMarked
package io.parler.local.template;

import org.jspecify.annotations.NullMarked;
