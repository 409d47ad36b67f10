/// Accounts, their keys and sessions, and who may call.
@NullMarked
package io.parler.frontend.account;

import org.jspecify.annotations.NullMarked;
