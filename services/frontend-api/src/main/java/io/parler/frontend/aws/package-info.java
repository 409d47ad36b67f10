/// The Lambda functions of frontend-api, and its store on DynamoDB.
@NullMarked
package io.parler.frontend.aws;

import org.jspecify.annotations.NullMarked;
