/// The Lambda functions of status, and its store on DynamoDB.
@NullMarked
package io.parler.status.aws;

import org.jspecify.annotations.NullMarked;
